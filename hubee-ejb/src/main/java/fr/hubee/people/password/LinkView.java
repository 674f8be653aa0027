package fr.hubee.people.password;

/**
 * The content of a link, as the page shows it before it is used.
 *
 * @param login of the account whose password is chosen
 */
public record LinkView(LinkPurpose purpose, String login) {}
