// Package links keeps short codes for addresses, in memory.
package links

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"sync"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

const maxBody = 4096

type store struct {
	mu      sync.RWMutex
	targets map[string]string
}

// NewHandler serves the links and what the registry has counted of them.
func NewHandler(registry *prometheus.Registry) http.Handler {
	links := &store{targets: map[string]string{}}
	visits := prometheus.NewCounter(prometheus.CounterOpts{Name: "links_visits_total", Help: "Visits of short links."})
	registry.MustRegister(visits)

	router := chi.NewRouter()
	router.Use(middleware.Recoverer)
	router.Post("/", func(w http.ResponseWriter, r *http.Request) {
		var body struct {
			URL string `json:"url"`
		}
		decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody))
		if err := decoder.Decode(&body); err != nil {
			http.Error(w, "the body is no JSON with a url", http.StatusBadRequest)
			return
		}
		target, err := url.ParseRequestURI(body.URL)
		if err != nil || (target.Scheme != "http" && target.Scheme != "https") {
			http.Error(w, "url is no http address", http.StatusBadRequest)
			return
		}
		code := links.add(target.String())
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusCreated)
		_ = json.NewEncoder(w).Encode(map[string]string{"code": code})
	})
	router.Get("/{code}", func(w http.ResponseWriter, r *http.Request) {
		target, known := links.find(chi.URLParam(r, "code"))
		if !known {
			http.NotFound(w, r)
			return
		}
		visits.Inc()
		http.Redirect(w, r, target, http.StatusFound)
	})
	router.Handle("/metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	return router
}

func (s *store) add(target string) string {
	sum := sha256.Sum256([]byte(target))
	code := base64.RawURLEncoding.EncodeToString(sum[:6])
	s.mu.Lock()
	defer s.mu.Unlock()
	s.targets[code] = target
	return code
}

func (s *store) find(code string) (string, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	target, known := s.targets[code]
	return target, known
}
