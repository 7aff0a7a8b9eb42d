// What hatch_build.py copies to server/look/vendor/socket.io.js.
export * from "socket.io-client";
