# Untried: written where no container engine runs. The files and packages that it takes were tried without one.

FROM node:26-slim AS packages
WORKDIR /bot
COPY package.json package-lock.json ./
# The package "node" is for development: here the image's own node runs.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /bot
COPY --from=packages /bot/node_modules node_modules
# Without package.json node would not know that the sources are modules.
COPY package.json ./
COPY knowledge knowledge
COPY commands commands
COPY src src
# Where the embedded database is. A new volume takes over this owner and these rights.
RUN mkdir --mode=700 data && chown node:node data
VOLUME /bot/data
USER node
# Not by npm, whose shell does not pass signals on.
CMD ["node", "src/main.ts"]
