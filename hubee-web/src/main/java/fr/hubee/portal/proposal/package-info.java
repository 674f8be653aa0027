/**
 * Proposals below the fields where an organisation or a person is searched. Start with {@link
 * fr.hubee.portal.proposal.ProposalServlet}; the field is {@code hubee:proposals}.
 */
package fr.hubee.portal.proposal;
