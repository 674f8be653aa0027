package fr.hubee.todo;

import java.util.List;

/**
 * The beginning of a queue.
 *
 * @param oldest in the order of their arrival
 * @param total of the whole queue
 */
public record WaitingCases(List<WaitingCase> oldest, long total) {
    public WaitingCases {
        oldest = List.copyOf(oldest);
    }
}
