/**
 * The test bench, on hubs that are not in production: a software is tried in a scenario, whose other side a scripted partner plays through
 * the API. Start with {@link fr.hubee.clients.bench.Scenario} and {@link fr.hubee.clients.bench.ScenarioPlay}; {@link
 * fr.hubee.clients.bench.Expectation} has the rule.
 */
package fr.hubee.clients.bench;
