FROM golang:1.26-alpine AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /out/status .

FROM scratch
COPY --from=build /out/status /status
ENTRYPOINT ["/status"]
