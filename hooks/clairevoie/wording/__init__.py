"""How a fact is said in French: names, dates, money, frequencies, questions, typography.

Goes in: a value of the model, or what was derived from it. Comes out: words, or HTML that is safe to print.
"""
