/** How long requests take, and where Prometheus reads it (ADR 0210). */
package fr.hubee.http.metrics;
