# Two stages: the tools that install stay behind. Base images are chosen by tag; CI machines pin the digest.
FROM python:3.12-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app
COPY requirements.lock ./
RUN python -m venv /app/.venv \
    && /app/.venv/bin/pip install --require-hashes --only-binary=:all: --requirement requirements.lock \
    && /app/.venv/bin/pip uninstall --yes pip

FROM python:3.12-slim
LABEL org.opencontainers.image.title="wpi-bot" \
      org.opencontainers.image.licenses="EUPL-1.2"
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin bot \
    && install --directory --owner=bot --group=bot --mode=0700 /data
WORKDIR /app
COPY --from=build /app/.venv /app/.venv
COPY run_bot.py LICENSE ./
COPY locales ./locales
COPY content ./content
COPY bot ./bot
ENV PATH="/app/.venv/bin:$PATH" \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATA_DIR=/data \
    LISTEN=0.0.0.0:8080
USER 10001
VOLUME ["/data"]
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/health', timeout=4)"]
ENTRYPOINT ["python", "run_bot.py"]
