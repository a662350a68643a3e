Invariant: nal-dated
Description: "A result that counts (final, amended or corrected) says what time it speaks of."
Severity: #error
Expression: "(status = 'final' or status = 'amended' or status = 'corrected') implies effective.exists()"
