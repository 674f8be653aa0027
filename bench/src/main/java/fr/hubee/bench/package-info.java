/**
 * What the exchange costs, beside what the same work costs without it. Nothing here says what is fast enough.
 *
 * <p>Start with {@link fr.hubee.bench.Bench}. It holds more than twenty classes because each thing that is measured has its own
 * small one, and all of them share the server, the partner and the figures, which nobody else uses.
 */
package fr.hubee.bench;
