package fr.hubee.portal.desk.home;

/**
 * A task, and the page for it.
 *
 * @param text « 3 abonnements attendent »
 * @param advice the action to take there
 */
public record TodoLine(String path, long count, String text, String advice) {

    static TodoLine of(String path, long count, String one, String many, String advice) {
        return new TodoLine(path, count, count == 1 ? one : count + " " + many, advice);
    }
}
