#!/bin/sh
# Uploads a folder only when a mix can begin with it:
#   sh pre-upload.sh FOLDER COMMAND…
# STEMCHECK_FAIL_ON says from which severity on it stays here: error (unless told), warning or info.
folder=$1
if [ $# -lt 2 ]; then
  echo 'Write the folder, then the command that uploads it.' >&2
  exit 2
fi
shift
stemcheck "$folder" --quiet --fail-on "${STEMCHECK_FAIL_ON:-error}" >&2
code=$?
if [ "$code" -ne 0 ]; then
  echo 'Nothing was uploaded.' >&2
  exit "$code"
fi
exec "$@"
