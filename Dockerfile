# The KRM function as an image: Node and one bundled file, run as nobody, without network, on a read-only root.
#
#   docker build -t moneypositive .                            builds the bundle inside
#   docker build -t moneypositive --build-arg DIST=prebuilt .  takes dist/ as `npm run build` left it; needs no network
#
# Podman 4 wants --build-arg DIST=build where the first form leaves it out. Behind a proxy with a certificate of its
# own: the file mounted (podman: -v FILE:FILE:ro) and --build-arg NODE_EXTRA_CA_CERTS=FILE. Without an image registry:
# tools/build-base-image.sh makes both base images and prints their build arguments; add --pull=never.

ARG BUILD_IMAGE=docker.io/library/node:22.23.3-bookworm-slim
ARG RUNTIME_IMAGE=docker.io/library/node:22.23.3-alpine
ARG DIST=build

FROM ${BUILD_IMAGE} AS build
ARG NODE_EXTRA_CA_CERTS=
WORKDIR /dist-from
COPY . .
# Without scripts: `prepare` would build too. esbuild's script only replaces a launcher that works as it is.
RUN npm ci --ignore-scripts --no-audit --no-fund && npm run build

FROM scratch AS prebuilt
COPY dist /dist-from/dist

FROM ${DIST} AS dist

FROM ${RUNTIME_IMAGE}
# /nodejs/bin is where distroless images have Node; the other folders are those of common Node images.
ENV PATH=/nodejs/bin:/usr/local/bin:/usr/bin:/bin
COPY LICENSE /LICENSE
COPY --from=dist /dist-from/dist/LICENSES.txt /LICENSES.txt
COPY --from=dist /dist-from/dist/moneypositive.cjs /moneypositive.cjs
# nobody by number, so that Kubernetes can tell it isn't root; kpt asks for the name, which /etc/passwd must have.
USER 65534:65534
ENTRYPOINT ["node", "/moneypositive.cjs"]
