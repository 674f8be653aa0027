package fr.hubee.signin.password;

/**
 * What a link is for, as the page shows it before it is used.
 *
 * @param login whose password is chosen
 */
public record LinkView(LinkPurpose purpose, String login) {}
