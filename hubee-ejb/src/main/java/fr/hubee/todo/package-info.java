/**
 * What waits for a person, since when.
 *
 * <p>Start with {@link fr.hubee.todo.WaitingCaseService}.
 */
package fr.hubee.todo;
