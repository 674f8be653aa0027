package fr.hubee.it;

/** Something that a test does, without a result. */
@FunctionalInterface
public interface Act {
    void run() throws Exception;
}
