@echo off
rem The same as "guifan evaluate".
"%~dp0guifan.cmd" evaluate %*
