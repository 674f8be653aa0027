package fr.hubee.reminder;

/** What a person is reminded of. */
enum ReminderKind {
    IDLE_60,
    IDLE_90,
    PASSWORD_14,
    PASSWORD_3
}
