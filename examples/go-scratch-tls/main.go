// Command status tells whether another service answers: GET /?of=https://… gives its status, or why there is none.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"net/url"
	"os"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func main() {
	client := &http.Client{Timeout: 20 * time.Second}
	router := chi.NewRouter()
	router.Use(middleware.Recoverer)
	router.Get("/", func(w http.ResponseWriter, r *http.Request) {
		of, err := url.ParseRequestURI(r.URL.Query().Get("of"))
		if err != nil || of.Scheme != "https" {
			http.Error(w, "of is no https address", http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		answer, err := client.Head(of.String())
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			_ = json.NewEncoder(w).Encode(map[string]string{"error": err.Error()})
			return
		}
		_ = answer.Body.Close()
		_ = json.NewEncoder(w).Encode(map[string]int{"status": answer.StatusCode})
	})
	address := ":8080"
	if port := os.Getenv("PORT"); port != "" {
		address = ":" + port
	}
	log.Printf("listening on %s", address)
	server := &http.Server{Addr: address, Handler: router, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}
