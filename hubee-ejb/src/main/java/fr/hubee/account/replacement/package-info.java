/**
 * Who replaces whom while somebody is away: what is asked, and what is shown.
 *
 * <p>Start with {@link fr.hubee.account.replacement.ReplacementBoard}.
 */
package fr.hubee.account.replacement;
