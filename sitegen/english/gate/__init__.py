"""The gate: is an English sentence true to its Arabic, as far as names, figures and turns can tell?"""
