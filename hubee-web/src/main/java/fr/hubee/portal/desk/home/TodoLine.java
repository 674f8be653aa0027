package fr.hubee.portal.desk.home;

/**
 * Something to do, and the page where it is done.
 *
 * @param text « 3 abonnements attendent »
 * @param advice what to do there
 */
public record TodoLine(String path, long count, String text, String advice) {

    static TodoLine of(String path, long count, String one, String many, String advice) {
        return new TodoLine(path, count, count == 1 ? one : count + " " + many, advice);
    }
}
