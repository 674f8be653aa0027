/**
 * The work of agents and their administrators: lists, télédossiers, ZIPs, statistics, mails of news, and télédossiers that nobody opened.
 *
 * <p>Start with {@link fr.hubee.desk.caselist.CaseListService}, {@link fr.hubee.desk.casework.CaseWorkService} and
 * {@link fr.hubee.desk.bundle.Bundle}. It calls every room below: {@code exchange}, {@code mail} and those that they call.
 */
package fr.hubee.desk;
