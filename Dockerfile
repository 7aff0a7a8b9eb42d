# One image for every service of compose.yaml: the web server, the print agent and the one-shot set-up.

ARG PYTHON=docker.io/library/python:3.11-slim-bookworm

FROM ${PYTHON} AS build
WORKDIR /src
RUN python3 -m venv /uv && /uv/bin/pip install --no-cache-dir uv==0.13.9
ENV UV_PROJECT_ENVIRONMENT=/app \
    UV_COMPILE_BYTECODE=1 \
    UV_LINK_MODE=copy
# The packages change less often than the code: a layer of their own.
COPY pyproject.toml uv.lock ./
RUN /uv/bin/uv sync --frozen --no-dev --no-install-project
COPY . .
# The build hook brings its own Node and makes scripts, fonts and pictograms; only what they come to goes on.
RUN /uv/bin/uv sync --frozen --no-dev --no-editable

FROM ${PYTHON}
# Pillow's wheels load FriBiDi from the system to lay out Arabic on the paper.
RUN apt-get update && apt-get install --yes --no-install-recommends libfribidi0 && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 accueil \
    && useradd --uid 10001 --gid accueil --no-create-home --home-dir /data --shell /usr/sbin/nologin accueil \
    && install --directory --owner accueil --group accueil /data /data/records /data/tokens /data/preview /data/agent \
        /data/speech /data/voices
COPY --from=build /app /app
ENV PATH=/app/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    ACCUEIL_HOST=0.0.0.0 \
    ACCUEIL_LOG_FORMAT=json
USER accueil
WORKDIR /data
EXPOSE 8000
STOPSIGNAL SIGTERM
CMD ["accueil", "serve"]
