/**
 * Benchmarks of the exchange, compared with the same work without it. There is no pass or fail limit here.
 *
 * <p>Start with {@link fr.hubee.bench.Bench}. It has more than twenty classes because each measurement has its own
 * small class, and all share the server, the partner and the figures, which no other package uses.
 */
package fr.hubee.bench;
