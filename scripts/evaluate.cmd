@echo off
rem The same as "guifan evaluate".
call "%~dp0guifan.cmd" evaluate %*
exit /b %ERRORLEVEL%
