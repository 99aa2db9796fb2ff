# Finds the JDK for mvnw and the run scripts, which source this file: JAVA_HOME, the PATH, the usual folders.
jdk_wanted=25

fits_as_jdk() {
    [ -x "$1/bin/javac" ] || return 1
    major=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9][0-9]*\).*/\1/p')
    [ "${major:-0}" -ge "$jdk_wanted" ]
}

home_of() { # the installation folder of the program on the PATH, links followed
    program=$(command -v "$1") || return 1
    program=$(readlink -f "$program" 2>/dev/null || printf '%s' "$program")
    dirname "$(dirname "$program")"
}

find_jdk() {
    for home in "${JAVA_HOME:-}" "$(home_of javac || :)" "$(home_of java || :)" \
        /usr/lib/jvm/* /usr/java/* /usr/local/lib/jvm/* /opt/*jdk* /opt/java/* /opt/jdk/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
        "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*; do
        if [ -n "$home" ] && fits_as_jdk "$home"; then
            printf '%s' "$home"
            return 0
        fi
    done
    return 1
}

require_jdk() { # exports JAVA_HOME, or ends the script with one line
    JAVA_HOME=$(find_jdk) || {
        printf '%s: no JDK %s or newer found in JAVA_HOME, on the PATH or in the usual folders; %s\n' "$(basename "$0")" \
            "$jdk_wanted" "install one (e.g. apt install openjdk-25-jdk, or 'sdk install java') or set JAVA_HOME" >&2
        exit 1
    }
    export JAVA_HOME
}
