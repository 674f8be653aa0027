/**
 * A person's name and contact data, as she typed them, and her deputy while she is away.
 *
 * <p>Start with {@link fr.hubee.people.identity.Identity}.
 */
package fr.hubee.people.identity;
