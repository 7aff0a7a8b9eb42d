// What hatch_build.py bundles into server/look/vendor/fluent.js.
export { FluentBundle, FluentResource } from "@fluent/bundle";
