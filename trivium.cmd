@echo off
rem Starts Trivium from a checkout on Windows. The first start builds it with Maven; "trivium --rebuild" builds it anew.
setlocal
set "root=%~dp0"
set "home=%root%cli\target\trivium"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if "%~1"=="--rebuild" goto build
if exist "%home%\built" goto run

:build
echo trivium: building (once; later starts skip this) 1>&2
if exist "%home%" rmdir /s /q "%home%"
call mvn -q -B -f "%root%pom.xml" -Dmaven.test.skip=true -pl cli -am package 1>&2
if errorlevel 1 (
    echo trivium: the build failed: it needs Maven 3.8.7 or newer and Java 17 or newer 1>&2
    exit /b 1
)
type nul > "%home%\built"
if "%~1"=="--rebuild" exit /b 0

:run
"%java%" --enable-native-access=ALL-UNNAMED %TRIVIUM_JAVA_OPTIONS% -cp "%home%\lib\*" dev.trivium.cli.Trivium %*
exit /b %errorlevel%
