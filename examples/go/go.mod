module example.com/server

go 1.17

require github.com/google/uuid v1.6.0
