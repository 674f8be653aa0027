/** Pages of the operator: jobs, mails, damaged files and retention rules. */
package fr.hubee.portal.operation;
