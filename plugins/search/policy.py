"""What the search page must be allowed besides: to run the engine, which is WebAssembly."""

POLICY = {"script-src": "'self' 'wasm-unsafe-eval'"}
