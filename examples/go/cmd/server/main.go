// Command server is the small service that the examples build: it answers with a fresh id.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/google/uuid"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, uuid.NewString())
	})
	address := ":8080"
	if port := os.Getenv("PORT"); port != "" {
		address = ":" + port
	}
	log.Printf("listening on %s", address)
	log.Fatal(http.ListenAndServe(address, nil))
}
