# The program as `make dist` builds it, alone in a small image: docker build -t guldkorn .
# An example of how to run it is packaging/examples/compose.yaml.

FROM node:22-bookworm-slim AS node

FROM rust:1.95-bookworm AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY . .
# When the sources were last changed, so that equal sources give equal files.
ARG SOURCE_DATE_EPOCH
# Its tools, the client, the editor and the program: about half an hour the first time, then what has changed.
RUN --mount=type=cache,target=/root/.cache/guldkorn --mount=type=cache,target=/usr/local/cargo/registry \
    make tools target/dist/guldkorn

FROM debian:bookworm-slim
# Certificates of mail servers.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* \
 && install -d -o 10001 -g 10001 -m 0700 /data /backups
COPY --from=build /src/target/dist/guldkorn /usr/local/bin/guldkorn
COPY LICENSE-MIT LICENSE-APACHE /usr/share/doc/guldkorn/
USER 10001:10001
ENV GULDKORN_DATA=/data GULDKORN_ADDR=0.0.0.0:3000
VOLUME ["/data", "/backups"]
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/3000 && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["guldkorn"]
CMD ["serve"]
