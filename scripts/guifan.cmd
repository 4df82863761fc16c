@echo off
rem Starts Guifan on Windows, building it first where it runs from source.
rem Sheets dropped onto it are evaluated, and the window then stays open.
rem GUIFAN_JAVA_OPTS holds further options for Java.
rem ASCII only, for cmd may lose its place in other files; what is said in Chinese stands in guifan-zh.txt.
setlocal EnableExtensions DisableDelayedExpansion

rem Explorer starts it by cmd /c ""C:\...\guifan.cmd" FILES" and quotes only names with a blank in them: one with an ampersand
rem is whole only in that line. What follows the name of this file is then a full path, or nothing after a double click.
set "DROPPED="
setlocal EnableDelayedExpansion
set "LINE=!CMDCMDLINE!"
set "MARKED=!LINE:"='!"
set "REST=!LINE:*guifan.cmd" =!"
set "BARE=!REST:"=!"
if "!MARKED:/c ''=!"=="!MARKED!" goto typed
if "!REST!"=="!LINE!" goto typed
if not defined BARE goto dropped
if "!BARE:~1,2!"==":\" goto dropped
if "!BARE:~0,2!"=="\\" goto dropped
:typed
endlocal
goto start
:dropped
set "ARGUMENTS=!REST:~0,-1!"
set "DROPPED=yes"
setlocal DisableDelayedExpansion
:start

rem The console speaks UTF-8 while Guifan runs, and then what it spoke before.
set "CODEPAGE="
for /f "tokens=2 delims=:." %%a in ('chcp') do for %%b in (%%a) do set "CODEPAGE=%%b"
chcp 65001 >nul

for %%a in ("%~dp0..") do set "ROOT=%%~fa"
set "JAVA=%ROOT%\runtime\bin\java.exe"
if exist "%JAVA%" goto findjar
call :findjava
if errorlevel 1 goto refuse

:findjar
set "JAR=%ROOT%\lib\guifan.jar"
if exist "%JAR%" goto run
set "JAR=%ROOT%\target\guifan.jar"
call :stale
if not errorlevel 1 goto run
call :build
if errorlevel 1 goto refuse

:run
if defined DROPPED goto rundropped
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dguifan.home=%ROOT%" %GUIFAN_JAVA_OPTS% -jar "%JAR%" %*
set "RESULT=%ERRORLEVEL%"
goto end

:rundropped
setlocal EnableDelayedExpansion
"!JAVA!" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dguifan.home=!ROOT!" !GUIFAN_JAVA_OPTS! -jar "!JAR!" !ARGUMENTS!
set "RESULT=!ERRORLEVEL!"
goto end

:refuse
set "RESULT=69"

:end
if defined DROPPED pause
if defined CODEPAGE chcp %CODEPAGE% >nul
rem What Explorer did not quote is no command.
if defined DROPPED exit %RESULT%
exit /b %RESULT%

rem Sets JAVA to the first Java 17 or later of JAVA_HOME and PATH.
:findjava
set "JAVA="
set "SEEN="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" call :tryjava "%JAVA_HOME%\bin\java.exe"
if defined JAVA exit /b 0
for /f "delims=" %%a in ('where java 2^>nul') do if not defined JAVA call :tryjava "%%a"
if defined JAVA exit /b 0
if defined SEEN goto oldjava
call :say no-java
>&2 echo No Java was found. Install Java 17 or later, or name its place in JAVA_HOME.
exit /b 1
:oldjava
call :say old-java
>&2 echo Guifan needs Java 17 or later; what was found is older: "%SEEN%"
exit /b 1

:tryjava
set "FEATURE="
if exist "%~dp1..\release" for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%~dp1..\release"`) do if not defined FEATURE for /f "tokens=1,2 delims=." %%x in ("%%~v") do if "%%x"=="1" (set "FEATURE=%%y") else (set "FEATURE=%%x")
if not defined FEATURE for /f "tokens=3" %%v in ('call "%~1" -version 2^>^&1 ^| findstr /c:" version "') do if not defined FEATURE for /f "tokens=1,2 delims=.-+" %%x in ("%%~v") do if "%%x"=="1" (set "FEATURE=%%y") else (set "FEATURE=%%x")
if not defined FEATURE exit /b 1
if %FEATURE% GEQ 17 (set "JAVA=%~1") else (set "SEEN=%~1")
exit /b 0

rem Succeeds if the jar is there and no older than what it is built from.
:stale
if not exist "%JAR%" exit /b 1
powershell -NoProfile -Command "$ErrorActionPreference = 'SilentlyContinue'; $jar = (Get-Item -LiteralPath $env:JAR).LastWriteTimeUtc; $new = Get-ChildItem -LiteralPath ($env:ROOT + '\src\main'), ($env:ROOT + '\pom.xml') -Recurse | Where-Object { $_.LastWriteTimeUtc -gt $jar } | Select-Object -First 1; if ($new) { exit 3 }" <nul
if errorlevel 3 if not errorlevel 4 exit /b 1
exit /b 0

:build
set "LOCK=%ROOT%\target\.guifan-build.lock"
set "LOG=%ROOT%\target\.guifan-build.log"
set /a WAITED=0
if not exist "%ROOT%\target" md "%ROOT%\target"
:lock
md "%LOCK%" 2>nul && goto locked
set /a WAITED+=1
if %WAITED% GEQ 600 (
  call :say busy
  >&2 echo Another build does not end; if it was interrupted, delete "%LOCK%"
  exit /b 1
)
ping -n 2 127.0.0.1 >nul
goto lock
:locked
call :stale
if not errorlevel 1 (
  rd "%LOCK%"
  exit /b 0
)
call :say building
>&2 echo Building Guifan, the first time takes about half a minute ...
for %%a in ("%JAVA%") do for %%b in ("%%~dpa..") do if exist "%%~fb\bin\javac.exe" set "JAVA_HOME=%%~fb"
pushd "%ROOT%"
call "%ROOT%\mvnw.cmd" -q -B -Dmaven.test.skip=true -Dspotless.check.skip=true package >"%LOG%" 2>&1 <nul
set "BUILT=%ERRORLEVEL%"
popd
rd "%LOCK%"
if "%BUILT%"=="0" if exist "%JAR%" exit /b 0
>&2 type "%LOG%"
call :say failed
>&2 echo The build failed, for the reason above. It needs a JDK (with javac).
exit /b 1

rem Says the line of guifan-zh.txt that begins with the word %1.
:say
if exist "%~dp0guifan-zh.txt" for /f "usebackq tokens=1* delims== eol=#" %%a in ("%~dp0guifan-zh.txt") do if "%%a"=="%~1" >&2 echo %%b
exit /b 0
