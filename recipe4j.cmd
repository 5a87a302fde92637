@echo off
rem The recipe4j command line from a checkout: builds the project on first use, then runs it.
rem After changes of the sources, delete recipes\target\classpath.txt. Needs JDK 17 or newer and Maven.
setlocal
set "HOME_DIR=%~dp0"
set "CLASSPATH_FILE=%HOME_DIR%recipes\target\classpath.txt"
if exist "%CLASSPATH_FILE%" goto run
echo recipe4j: building (first use) ... 1>&2
pushd "%HOME_DIR%"
call mvn -q -B -ntp -Dstyle.color=never -pl recipes -am -DskipTests -Dspotless.check.skip=true package 1>&2
if errorlevel 1 (
  popd
  echo recipe4j: the build failed, see above 1>&2
  exit /b 1
)
popd
:run
set /p DEPENDENCIES=<"%CLASSPATH_FILE%"
set "CLASSPATH=%HOME_DIR%recipes\target\classes;%DEPENDENCIES%"
java -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Djdk.console=java.base %JAVA_OPTS% dev.recipe4j.runtime.cli.Main %*
