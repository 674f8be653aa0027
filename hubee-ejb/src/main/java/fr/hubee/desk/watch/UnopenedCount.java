package fr.hubee.desk.watch;

/**
 * How much nobody has opened after the first delay.
 *
 * @param services how many services have some
 */
public record UnopenedCount(long cases, long services) {}
