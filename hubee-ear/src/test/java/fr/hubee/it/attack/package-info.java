/**
 * What a hostile stranger, a curious insider or a careless client tries; each test fails when its remedy is taken out.
 *
 * <p>More than twenty classes, one for each attack of {@code docs/security.md}.
 */
package fr.hubee.it.attack;
