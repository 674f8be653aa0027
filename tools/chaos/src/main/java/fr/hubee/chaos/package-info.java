/**
 * Two nodes at work while their parts fail ({@code ./dev chaos}), and a check of what came of it. Not part of the product.
 *
 * <p>Start with {@link fr.hubee.chaos.Chaos}. {@link fr.hubee.chaos.Rules} has what must be true at the end.
 */
package fr.hubee.chaos;
