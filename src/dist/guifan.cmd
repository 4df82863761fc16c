@echo off
rem The same as scripts\guifan.cmd. A sheet dropped onto this file is evaluated.
"%~dp0scripts\guifan.cmd" %*
