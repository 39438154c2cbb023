# Sourced by ./entente and ./test: finds the .NET SDK and gives it a home that can be written to. Sets $dotnet; expects $here and $caller.

find_dotnet() {
  local candidate
  for candidate in "${DOTNET_ROOT:-}/dotnet" "$(command -v dotnet 2>/dev/null)" "${HOME:-}/.dotnet/dotnet" \
    /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /usr/local/share/dotnet/dotnet /opt/homebrew/bin/dotnet; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then dotnet="$candidate"; return; fi
  done
  echo "$caller: the .NET 10 SDK is not found; install it (https://dotnet.microsoft.com/download) and call again." >&2
  exit 1
}

need_sdk() {
  local found
  found="$("$dotnet" --list-sdks 2>/dev/null | cut -d' ' -f1)"
  if ! grep -q '^10\.' <<<"$found"; then
    echo "$caller: the .NET 10 SDK is needed to build, found ${found:-none}; install it (https://dotnet.microsoft.com/download) and call again." >&2
    exit 1
  fi
}

quiet_dotnet() {
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false MSBUILDDISABLENODEREUSE=1
  # Without a home that can be written to, packages and settings live beside the build.
  if [ -z "${HOME:-}" ] || ! [ -d "$HOME" ] || ! [ -w "$HOME" ]; then
    mkdir -p "$here/artifacts/home"
    export HOME="$here/artifacts/home"
    export DOTNET_CLI_HOME="$HOME"
  fi
}
