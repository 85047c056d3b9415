FROM golang:1.26-bookworm
WORKDIR /app
COPY . .
RUN go build -o /app/bin/notes .
CMD ["/app/bin/notes"]
