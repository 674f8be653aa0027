/** The pages of the operator: jobs, mails, the certificates of deletion. */
package fr.hubee.portal.operation;
