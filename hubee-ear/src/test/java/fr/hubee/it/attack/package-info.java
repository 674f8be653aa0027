/**
 * Attacks of a stranger, an insider or a careless client; each test fails when its measure is removed.
 *
 * <p>More than twenty classes, one for each attack of {@code docs/security.md}.
 */
package fr.hubee.it.attack;
