/**
 * HubEE with invented partners, people and télédossiers, for newcomers ({@code ./dev demo}); not part of the product.
 *
 * <p>Start with {@link fr.hubee.demonstration.Demo}; {@link fr.hubee.demonstration.Scenario} plays a story against it.
 */
package fr.hubee.demonstration;
